export { hsds } from './endpoints.ts'
