import type { CollectionConfig } from 'payload'

import { nobody } from '../../src/access/people.ts'
import { labels } from '../../src/lib/say.ts'

/**
 * The data of people's second factors, which nobody can read or write through any API.
 *
 * Workaround (no issue known): Payload's sign-in writes the whole user back as it was before, so this is
 * a collection of its own. Can go when a sign-in writes only the session;
 * tests/integration/payload/upstream.test.ts notices.
 */
export const SecondFactors: CollectionConfig<'second-factors'> = {
  slug: 'second-factors',
  access: { create: nobody, delete: nobody, read: nobody, update: nobody },
  admin: { hidden: true },
  disableDuplicate: true,
  fields: [
    { name: 'user', type: 'text', required: true, unique: true },
    // Base32, encrypted with the secret of the installation.
    { name: 'secret', type: 'text', required: true },
    { name: 'isEnabled', type: 'checkbox', defaultValue: false },
    // The newest time step whose code was used: a code works once (RFC 6238, section 5.2).
    { name: 'lastStep', type: 'number' },
    // HMACs of the unused recovery codes.
    { name: 'recoveryCodes', type: 'json' },
  ],
  graphQL: false,
  labels: labels(
    { de: 'Zweiter Faktor', en: 'Second factor' },
    { de: 'Zweite Faktoren', en: 'Second factors' },
  ),
  lockDocuments: false,
}
