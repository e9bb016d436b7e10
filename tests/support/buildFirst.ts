import { buildUnlessCurrent } from '../../src/server/build.ts'

/** The built server is tested as it is built from what is here. */
export default buildUnlessCurrent
