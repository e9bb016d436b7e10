/** A text as HTML shows it as it is. */
export const escapeHTML = (text: unknown): string =>
  String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
