import type { VueQueryPluginOptions } from '@tanstack/vue-query'
import { asProblem } from '@/shared/api'

/** Only failures that may pass by themselves are tried again. */
export const queryOptions: VueQueryPluginOptions = {
  queryClientConfig: {
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // An answer is replaced as a whole and never changed in its place: nothing inside it need be watched.
        shallow: true,
        refetchOnWindowFocus: true,
        // Without a network a page says so instead of loading for ever, and asks again when there is one.
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (count, error) => {
          const { status } = asProblem(error)
          return count < 2 && (status === 0 || status === 429 || status >= 502)
        },
      },
      mutations: { networkMode: 'always' },
    },
  },
}
