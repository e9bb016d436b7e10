/** Whether a segment of a JPEG is needed to show it; all others are dropped. */
const isNeeded = (marker: number, segment: Buffer): boolean => {
  const isApplication = marker >= 0xe0 && marker <= 0xef
  if (!isApplication) {
    // 0xfe is a comment.
    return marker !== 0xfe
  }
  const starts = (text: string): boolean =>
    segment.subarray(4, 4 + text.length).equals(Buffer.from(text, 'latin1'))
  return (
    (marker === 0xe0 && starts('JFIF\0') && segment.length === 18) ||
    (marker === 0xe2 && starts('ICC_PROFILE\0')) ||
    (marker === 0xee && starts('Adobe'))
  )
}

/**
 * Removes Exif, XMP, IPTC, comments, thumbnails, and whatever follows the end of a JPEG.
 *
 * @returns undefined if it is not a readable JPEG.
 */
export const withoutJPEGMetadata = (jpeg: Buffer): Buffer | undefined => {
  if (jpeg.length < 4 || jpeg.readUInt16BE(0) !== 0xffd8) {
    return undefined
  }
  const segments = [jpeg.subarray(0, 2)]
  let position = 2
  while (position + 2 <= jpeg.length) {
    const marker = jpeg[position + 1] ?? 0
    if (jpeg[position] !== 0xff) {
      return undefined
    }
    if (marker === 0xff) {
      // A fill byte.
      position += 1
      continue
    }
    if (marker === 0xd9) {
      return Buffer.concat([...segments, jpeg.subarray(position, position + 2)])
    }
    if (position + 4 > jpeg.length) {
      return undefined
    }
    const end = position + 2 + jpeg.readUInt16BE(position + 2)
    const next = marker === 0xda ? endOfScan(jpeg, end) : end
    const segment = jpeg.subarray(position, next)
    if (isNeeded(marker, segment)) {
      segments.push(segment)
    }
    position = next
  }
  return undefined
}

/** Where the data of a scan ends: at the first 0xff that is followed neither by 0 nor by a restart marker. */
const endOfScan = (jpeg: Buffer, begin: number): number => {
  let position = begin
  while (position < jpeg.length) {
    const next = jpeg[position + 1] ?? 0
    if (jpeg[position] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) {
      return position
    }
    position += 1
  }
  return position
}

/** The boxes of a JPEG 2000 file that are needed to show it. */
const neededBoxes = ['jP  ', 'ftyp', 'jp2h', 'jp2c']

/**
 * Removes XML, Exif and other metadata from a JPEG 2000 file.
 *
 * @returns undefined if it cannot be read.
 */
export const withoutJP2Metadata = (file: Buffer): Buffer | undefined => {
  // A bare codestream has no boxes.
  if (file.readUInt32BE(0) === 0xff4fff51) {
    return file
  }
  const kept: Buffer[] = []
  let position = 0
  while (position + 8 <= file.length) {
    const short = file.readUInt32BE(position)
    const size =
      short === 0
        ? file.length - position
        : short === 1
          ? Number(file.readBigUInt64BE(position + 8))
          : short
    if (size < 8) {
      return undefined
    }
    if (neededBoxes.includes(file.toString('latin1', position + 4, position + 8))) {
      kept.push(file.subarray(position, position + size))
    }
    position += size
  }
  return kept.length > 0 ? Buffer.concat(kept) : undefined
}
