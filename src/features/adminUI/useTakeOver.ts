'use client'
import { useForm } from '@payloadcms/ui'
import { useCallback } from 'react'

/**
 * Puts values that the server has stored into the form. The action "UPDATE" would not do: it marks them
 * as typed in, and Payload does not overwrite those with the reply to the next save.
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
