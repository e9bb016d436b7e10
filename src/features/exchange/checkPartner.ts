import type { PayloadRequest, ValidationFieldError } from 'payload'

import { beforeChangeTraverseFields, beforeValidateTraverseFields, ValidationError } from 'payload'

import type { Partner } from '../../payload-types.ts'

type Data = Record<string, unknown>

/**
 * Validates a partner as if it were published, without writing anything. It will be a draft, which
 * Payload hardly validates. Only fields in the file are checked; missing ones are required when
 * somebody publishes.
 *
 * Workaround (payloadcms/payload#17748): if Payload refuses a write, it rolls back the transaction of
 * the caller, and everything that is written after that stays. So trying to write the partner would not
 * do. For reads, this was fixed after 3.90.1. Can go when it is fixed for writes;
 * tests/integration/payload/upstream.test.ts notices.
 *
 * @returns the errors, at most one for each field.
 */
export const checkPartner = async ({
  data: sent,
  partner,
  req,
}: {
  data: Data
  partner: Partner | undefined
  req: PayloadRequest
}): Promise<ValidationFieldError[]> => {
  const { config } = req.payload.collections.partners
  const operation = partner ? 'update' : 'create'
  const doc = structuredClone((partner ?? {}) as Data)
  const errors: ValidationFieldError[] = []
  const walk = {
    collection: config,
    context: req.context,
    doc,
    fields: config.fields,
    global: null,
    id: partner?.id,
    operation,
    overrideAccess: true,
    parentIndexPath: '',
    parentPath: '',
    parentSchemaPath: '',
    req,
    siblingDoc: doc,
  } as const
  try {
    let data = structuredClone(sent)
    await beforeValidateTraverseFields({ ...walk, data, siblingData: data })
    for (const hook of config.hooks.beforeValidate) {
      data =
        ((await hook({
          collection: config,
          context: req.context,
          data,
          operation,
          originalDoc: partner,
          req,
        })) as Data | undefined) ?? data
    }
    await beforeChangeTraverseFields({
      ...walk,
      data,
      docWithLocales: {},
      errors,
      fieldLabelPath: '',
      mergeLocaleActions: [],
      siblingData: data,
      siblingDocWithLocales: {},
      submittedTopLevelFieldNames: new Set(Object.keys(sent)),
    })
  } catch (error) {
    if (!(error instanceof ValidationError)) {
      throw error
    }
    return error.data.errors
  }
  return errors
}
