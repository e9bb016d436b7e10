/** Shows nothing in the comparison of versions, for a field that is computed from others. */
export const NoDifference = () => null
