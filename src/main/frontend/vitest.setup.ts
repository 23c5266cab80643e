import { disableAutoUnmount, enableAutoUnmount } from '@vue/test-utils'
import { afterEach } from 'vitest'

// What a test has mounted is gone before the next one begins. Files that run one after the other share the library.
disableAutoUnmount()
enableAutoUnmount(afterEach)
