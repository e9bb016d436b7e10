export { scheduledColumn } from './scheduledColumn.ts'
