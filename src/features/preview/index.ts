export { livePreview } from './livePreview.ts'
export { preview, previewOf } from './preview.ts'
