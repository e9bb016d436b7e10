'use client'
import { useForm } from '@payloadcms/ui'
import { useCallback } from 'react'

/**
 * Puts values that the server has stored into the form.
 *
 * Workaround (no issue known): the action "UPDATE" of Payload's form marks values as typed in, and
 * Payload does not overwrite those with the reply to the next save. Can go when there is an action for
 * values from the server; no test notices.
 */
export const useTakeOver = (): ((values: Record<string, unknown>) => void) => {
  const { dispatchFields, getField } = useForm()
  return useCallback(
    (values) => {
      dispatchFields({
        formState: Object.fromEntries(
          Object.entries(values).map(([path, value]) => [
            path,
            { ...getField(path), errorMessage: undefined, initialValue: value, valid: true, value },
          ]),
        ),
        type: 'UPDATE_MANY',
      })
    },
    [dispatchFields, getField],
  )
}
