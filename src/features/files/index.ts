export { claimFiles } from './claimFiles.ts'
export {
  copyFirst,
  noteFiles,
  prepareFirst,
  prepareUpload,
  removeFilesWithDocument,
  withoutFile,
} from './prepareUpload.ts'
export { selectNames } from './selectNames.ts'
export { hideMissing, serveFile } from './serveFile.ts'
export { files } from './store.ts'
export { sweepFiles } from './sweepFiles.ts'
