import type { DeskModule } from '@/shared/ui/manifest'

/** Offers dock over every page and the queue is part of the live view: no page of its own. */
export default { routes: [] } satisfies DeskModule
