import { describe } from 'vitest'

import { shouldAnswerOriginalContent } from '../../support/originalContent.ts'
import { request } from '../../support/instance.ts'

describe('original content', () => {
  shouldAnswerOriginalContent((path, init) =>
    request(path, {
      body: init?.body ? JSON.parse(String(init.body)) : undefined,
      method: init?.method,
    }),
  )
})
