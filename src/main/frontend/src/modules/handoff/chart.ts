import type { EChartsCoreOption } from 'echarts/core'
import type { ServiceReport } from '@/shared/api'
import { BARS, barsOf, percent, wait, type Bar } from './service'

export interface ChartLook {
  colors: Record<Bar | 'level' | 'text' | 'line' | 'surface', string>
  names: Record<Bar | 'level', string>
  /** What is said of a slice besides its bars, for example its mean wait. */
  meanWait: string
  clock: (instant: string) => string
  font: { family: string; size: number }
}

/** Requests as stacked bars by what became of them, and over them the service level; a slice without one leaves a gap. */
export function chartOption({ slices }: ServiceReport, goal: number, look: ChartLook): EChartsCoreOption {
  const { colors, names } = look
  const fontSize = look.font.size
  const text = { color: colors.text, fontSize, fontFamily: look.font.family }
  return {
    animationDuration: 300,
    textStyle: { fontFamily: look.font.family },
    color: [...BARS.map((bar) => colors[bar]), colors.level],
    grid: { left: 4, right: 4, top: fontSize * 4, bottom: 0, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: fontSize * 0.9, itemHeight: fontSize * 0.7, itemGap: fontSize * 0.7, textStyle: text },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colors.surface,
      borderColor: colors.line,
      textStyle: text,
      formatter: (points: { dataIndex: number }[]) => tooltip(slices[points[0]?.dataIndex ?? 0], look),
    },
    xAxis: {
      type: 'category',
      data: slices.map((slice) => look.clock(slice.from)),
      axisLabel: { ...text, hideOverlap: true },
      axisTick: { show: false },
      axisLine: { lineStyle: { color: colors.line } },
    },
    yAxis: [
      { type: 'value', minInterval: 1, axisLabel: text, splitLine: { lineStyle: { color: colors.line } } },
      { type: 'value', min: 0, max: 100, interval: 50, axisLabel: { ...text, formatter: '{value}%' }, splitLine: { show: false } },
    ],
    series: [
      ...BARS.map((bar) => ({
        name: names[bar],
        type: 'bar',
        stack: 'requests',
        barMaxWidth: fontSize * 2,
        data: slices.map((slice) => barsOf(slice.figures)[bar]),
      })),
      {
        name: names.level,
        type: 'line',
        yAxisIndex: 1,
        connectNulls: false,
        symbolSize: fontSize * 0.5,
        lineStyle: { width: fontSize * 0.2 },
        data: slices.map(({ figures }) => (figures.serviceLevel === null ? null : Math.round(figures.serviceLevel * 1000) / 10)),
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: colors.level, type: 'dashed', opacity: 0.6 },
          data: [{ yAxis: goal }],
        },
      },
    ],
  }
}

function tooltip(slice: ServiceReport['slices'][number] | undefined, look: ChartLook): string {
  if (!slice) return ''
  const bars = barsOf(slice.figures)
  const lines = [
    ...BARS.map((bar) => `${look.names[bar]} ${bars[bar]}`),
    `${look.names.level} ${percent(slice.figures.serviceLevel)}`,
    `${look.meanWait} ${wait(slice.figures.meanWaitSeconds)}`,
  ]
  return [look.clock(slice.from), ...lines].join('<br>')
}
