import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach } from 'vitest'

// What a test has mounted is gone before the next one begins.
enableAutoUnmount(afterEach)
