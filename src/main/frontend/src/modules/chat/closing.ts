/** Why conversations end, in the order in which they are offered. */
export const REASONS = ['solved', 'referred', 'no_reply', 'duplicate', 'spam', 'other'] as const
export type CloseReason = (typeof REASONS)[number]

/** The longest note to a reason. */
export const MOST_NOTE = 500

/** Whether enough is said: what is none of the list needs words. */
export const isComplete = (reason: CloseReason, note: string) => reason !== 'other' || note.trim() !== ''
