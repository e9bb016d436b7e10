/** Of archives that this program writes; raised when older programs could not read one any more. */
export const archiveFormat = 1
