import { writeFile } from 'node:fs/promises'

import config from '../../payload.config.ts'
import { publicFiles } from '../http/endpoints/publicFiles.ts'
import { publicGraphQL } from './publicGraphQL.ts'
import { publicTypes } from './publicTypes.ts'

/** `npm run generate:public`: what `/api/types.d.ts` and `/api/schema.graphql` answer. */
const resolved = await config
await writeFile(publicFiles.types.path, await publicTypes(resolved))
await writeFile(publicFiles.schema.path, publicGraphQL(resolved))
// The database adapters would keep the process from ending.
process.exit(0)
