/** Whether a text names a place on somebody's computer. */
export const tellsOfComputer = (text: string): boolean =>
  /file:\/\/|\b[a-z]:\\|\\\\[^\\\s]+\\|(?:^|[\s"'(])\/(?:home|Users|var|tmp|mnt)\//i.test(text)

const marks = ['Exif\0\0', 'http://ns.adobe.com/xap/', 'Photoshop 3.0\0', '<?xpacket', '<x:xmpmeta']

/** Whether there is still metadata of a picture in the bytes of a page. */
export const holdsMetadata = (bytes: Buffer): boolean =>
  marks.some((mark) => bytes.includes(mark, 0, 'latin1'))
