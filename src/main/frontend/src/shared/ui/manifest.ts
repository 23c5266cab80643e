import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Role } from '../api'

declare module 'vue-router' {
  interface RouteMeta {
    /** Key of the page's name. */
    title: string
    /** Who may open the page; everybody when absent. */
    roles?: Role[]
    /** The page fills the window and scrolls inside. */
    fills?: boolean
  }
}

export interface MenuEntry {
  route: string
  title: string
  icon: Component
  /** Where it stands, and in which group: below 30 serving customers, below 60 time and shifts, then what is set and looked up. */
  order: number
  roles: Role[]
}

/** What a module brings to the desk. */
export interface DeskModule {
  routes: RouteRecordRaw[]
  menu?: MenuEntry[]
}
