/** Endings of German street names; "str." is what "straße" and "strasse" become. */
const kinds =
  'str|weg|platz|allee|gasse|ring|damm|ufer|hof|wall|graben|chaussee|stieg|pfad|kamp|winkel|berg'

/** A text as it is compared: "An der Straße" and "an der Str." are the same. */
const normalise = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/stra(?:ss|s)e\b|str\./g, 'str')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

/** The names of the streets in a postal address: what stands before a house number. */
export const streetsIn = (postalAddress: string): string[] =>
  postalAddress
    .split(/[\n,;]/)
    .map(
      (line) => /^(\D{4,}?)\s*\d+\s*[a-z]?(?:\s*[-–/]\s*\d+\s*[a-z]?)?\s*$/i.exec(line.trim())?.[1],
    )
    .filter((street) => street !== undefined)
    .map((street) => street.trim())

/** Whether a text names a street, with or without the number, however it is spelt. */
export const namesStreet = (text: string, street: string): boolean => {
  const name = normalise(street)
  return name.length >= 4 && ` ${normalise(text)} `.includes(` ${name} `)
}

/** Whether a text has something that looks like a street with a house number. */
export const looksLikeAddress = (text: string): boolean =>
  new RegExp(`\\b\\w*(?:${kinds}) \\d{1,3}(?: ?[a-z])?\\b`).test(normalise(text))
