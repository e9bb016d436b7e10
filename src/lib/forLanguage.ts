/** Makes something once for each language: to make a format takes longer than to read from the database. */
export const forLanguage = <Made>(
  make: (language: string) => Made,
): ((language: string) => Made) => {
  const made = new Map<string, Made>()
  return (language) => {
    const known = made.get(language) ?? make(language)
    made.set(language, known)
    return known
  }
}
