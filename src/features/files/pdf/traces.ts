/** Whether a text contains a path on somebody's computer. */
export const namesLocalPath = (text: string): boolean =>
  /file:\/\/|\b[a-z]:\\|\\\\[^\\\s]+\\|(?:^|[\s"'(])\/(?:home|Users|var|tmp|mnt)\//i.test(text)

const marks = ['Exif\0\0', 'http://ns.adobe.com/xap/', 'Photoshop 3.0\0', '<?xpacket', '<x:xmpmeta']

/** Whether the bytes contain metadata of a picture. */
export const holdsMetadata = (bytes: Buffer): boolean =>
  marks.some((mark) => bytes.includes(mark, 0, 'latin1'))
