export { refuseStaleGlobalWrite, refuseStaleWrite } from './refuseStaleWrite.ts'
