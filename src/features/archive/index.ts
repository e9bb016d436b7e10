export type { Manifest } from './container.ts'
export { refuseHalfImported } from './marker.ts'
