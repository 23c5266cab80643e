import type { DeskModule } from '@/shared/ui/manifest'

const found = import.meta.glob<DeskModule>('../modules/*/module.ts', { eager: true, import: 'default' })

export const modules: DeskModule[] = Object.values(found)
export const menu = modules.flatMap((module) => module.menu ?? []).sort((a, b) => a.order - b.order)
