import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'

const zxcvbn = new ZxcvbnFactory({
  dictionary: {
    ...dictionary,
    office: ['braunschweig', 'frauenhaus', 'gewaltschutz', 'ikost', 'koordination', 'passwort'],
  },
  graphs: adjacencyGraphs,
})

/** How hard a password is to guess: 0 (at once) to 4 (not in our time). */
export const estimate = (password: string, known: string[]): number =>
  zxcvbn.check(password.slice(0, 100), known).score
