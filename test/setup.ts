import fc from 'fast-check'
import { inject } from 'vitest'

// Every property runs from the same seed, so a failure is found again; FC_SEED tries another one.
fc.configureGlobal({ seed: inject('propertySeed') })
