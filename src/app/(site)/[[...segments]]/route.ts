import config from '@payload-config'

import { answerPreview, answerSite } from '../../../server/website.ts'
import { askedOf } from '../../../site/asked.ts'
import { isPreview } from '../../../site/preview.ts'

// `npm run dev` comes here; the server of `npm start` answers without Next in between.
export const GET = (request: Request): Promise<Response> => {
  const { pathname, search } = new URL(request.url)
  return isPreview(pathname)
    ? answerPreview({ config, request })
    : answerSite({ asked: askedOf(`${pathname}${search}`), config })
}

export const POST = (request: Request): Promise<Response> => answerPreview({ config, request })
