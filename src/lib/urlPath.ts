/** A part of an address with its signs in plain; undefined where it is no such text (`%`, `%ff`). */
export const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** A path without slashes at its end, but for the first. No pattern: that would look at each run of slashes anew. */
export const withoutEndingSlashes = (path: string): string => {
  let end = path.length
  while (end > 1 && path[end - 1] === '/') {
    end -= 1
  }
  return path.slice(0, end)
}
