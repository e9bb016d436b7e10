type Nested = { [name: string]: Nested | string }

/** A path whose `where`, `select` and `populate` are JSON; the same path where they are not there. */
export const inJSON = (path: string): string => {
  const { pathname, searchParams } = new URL(path, 'http://localhost')
  const parameters = new Map<string, Nested | string>()
  for (const [name, value] of searchParams) {
    const [, parameter, brackets] = /^(where|select|populate)((?:\[[^\]]+\])+)$/.exec(name) ?? []
    if (parameter && brackets) {
      const keys = brackets.slice(1, -1).split('][')
      const last = keys.pop() ?? ''
      let inner = parameters.get(parameter) as Nested | undefined
      if (!inner) {
        inner = {}
        parameters.set(parameter, inner)
      }
      for (const key of keys) {
        inner = (inner[key] ??= {}) as Nested
      }
      inner[last] = value
    } else {
      parameters.set(name, value)
    }
  }
  const pairs = [...parameters].map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ])
  return [...parameters.values()].every((value) => typeof value === 'string')
    ? path
    : `${pathname}?${new URLSearchParams(pairs).toString()}`
}
