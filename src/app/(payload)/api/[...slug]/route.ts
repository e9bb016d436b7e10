import config from '@payload-config'

import { answerAPI } from '../../../../http/api.ts'

const handle = (request: Request): Promise<Response> =>
  answerAPI({ client: 'developer', config, request })

// `npm run dev` comes here; the server of `npm start` answers without Next in between.
export {
  handle as DELETE,
  handle as GET,
  handle as OPTIONS,
  handle as PATCH,
  handle as POST,
  handle as PUT,
}
