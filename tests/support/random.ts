/** Gives a number from 0 to 1, without 1, each time. */
export type Random = () => number

/** Mulberry32: small, and the same for the same seed on every machine. */
export const randomFrom =
  (state: number): Random =>
  () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

export const oneOf = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item
