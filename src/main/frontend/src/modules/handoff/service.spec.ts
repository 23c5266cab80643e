import { describe, expect, it } from 'vitest'
import { chartOption, type ChartLook } from './chart'
import { BARS, barsOf, factsOf, percent, wait } from './service'
import { figures, floorOf, NO_FIGURES } from './testing/scene'

describe('figures', () => {
  it('are whole percents of which all is only all', () => {
    expect([null, undefined, 0, 0.666, 0.996, 1].map(percent)).toEqual(['–', '–', '0%', '67%', '99%', '100%'])
  })

  it('say nothing where there is nothing to say', () => {
    expect([null, undefined, 0, 65.4].map(wait)).toEqual(['–', '–', '0:00', '1:05'])
    expect(factsOf(NO_FIGURES).find((fact) => fact.name === 'longest')?.value).toBe('–')
    expect(factsOf(figures()).find((fact) => fact.name === 'longest')?.value).toBe('1:05')
  })

  it('are bars that add up to the requests', () => {
    const bars = barsOf(figures())
    expect(bars).toEqual({ inTime: 6, late: 1, waiting: 1, ticketed: 1, abandoned: 1 })
    expect(BARS.reduce((sum, bar) => sum + bars[bar], 0)).toBe(10)
  })
})

describe('the chart', () => {
  const of = (prefix: string) => Object.fromEntries([...BARS, 'level', 'text', 'line', 'surface'].map((key) => [key, prefix + key]))
  const look = { colors: of('c-'), names: of('n-'), meanWait: 'mean', clock: (instant: string) => instant.slice(11, 16), font: { family: 'serif', size: 12 } } as unknown as ChartLook
  const option = chartOption(floorOf().reports[0]!, 80, look) as {
    xAxis: { data: string[] }
    series: { name: string; data: unknown[]; markLine?: { data: unknown[] } }[]
    tooltip: { formatter: (points: { dataIndex: number }[]) => string }
  }

  it('stacks what became of the requests, slice by slice', () => {
    expect(option.xAxis.data).toEqual(['07:58', '07:59'])
    expect(option.series.slice(0, 5).map((series) => [series.name, series.data])).toEqual([
      ['n-inTime', [6, 0]],
      ['n-late', [1, 0]],
      ['n-waiting', [1, 0]],
      ['n-ticketed', [1, 0]],
      ['n-abandoned', [1, 0]],
    ])
  })

  it('leaves a gap in the service level where nobody asked, and marks the goal', () => {
    expect(option.series[5]).toMatchObject({ data: [66.7, null], markLine: { data: [{ yAxis: 80 }] } })
  })

  it('tells a slice in words', () => {
    expect(option.tooltip.formatter([{ dataIndex: 0 }])).toBe('07:58<br>n-inTime 6<br>n-late 1<br>n-waiting 1<br>n-ticketed 1<br>n-abandoned 1<br>n-level 67%<br>mean 0:11')
    expect(option.tooltip.formatter([{ dataIndex: 9 }])).toBe('')
  })
})
