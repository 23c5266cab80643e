export type BoardView = 'day' | '1' | '2'
export const VIEWS: BoardView[] = ['day', '1', '2']

interface Place {
  view: BoardView
  date: string
  /** Empty for all departments. */
  department: string
}

/** The place that the query of an address names; one week from today on, of everybody, where it names none. */
export function placeIn(query: Record<string, unknown>, today: string): Place {
  const { view, date, department } = query
  return {
    view: VIEWS.find((it) => it === view) ?? '1',
    date: typeof date === 'string' && isDate(date) ? date : today,
    department: typeof department === 'string' && /^[a-z][a-z0-9-]*$/.test(department) ? department : '',
  }
}

function isDate(text: string): boolean {
  if (!/^20\d\d-\d\d-\d\d$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
