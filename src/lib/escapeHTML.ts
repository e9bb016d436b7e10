/** Escapes a text for HTML, both for text and for attributes in double quotes. */
export const escapeHTML = (text: unknown): string =>
  String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
