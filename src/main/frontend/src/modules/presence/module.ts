import type { DeskModule } from '@/shared/ui/manifest'

/** Presence is seen on the floor view and chosen in the bar: no page of its own. */
export default { routes: [] } satisfies DeskModule
