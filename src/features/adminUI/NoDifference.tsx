/** In the comparison of versions: nothing, for a field that follows from others. */
export const NoDifference = () => null
