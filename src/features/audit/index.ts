export { purgeAuditLog } from './purgeAuditLog.ts'
export {
  audited,
  record,
  recordChange,
  recordDeletion,
  recordGlobalChange,
} from './recordInAuditLog.ts'
