export { filters } from './filters.ts'
