import type { VueQueryPluginOptions } from '@tanstack/vue-query'
import { asProblem } from '@/shared/api'

/** Only failures that may pass by themselves are tried again. */
export const queryOptions: VueQueryPluginOptions = {
  queryClientConfig: {
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        refetchOnWindowFocus: true,
        retry: (count, error) => {
          const { status } = asProblem(error)
          return count < 2 && (status === 0 || status === 429 || status >= 502)
        },
      },
    },
  },
}
