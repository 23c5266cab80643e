import type { InjectionKey } from 'vue'
import type { Session } from './session'

/** Where files and transcripts come from. */
export const FILES: InjectionKey<Pick<Session, 'file' | 'transcript'>> = Symbol('files')
