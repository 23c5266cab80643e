/** What the made-up ticket sellers offer, in both languages. */
const zhState = { open: '热卖中', few: '余票紧张', soon: '即将开售' }
const enState = { open: 'On sale', few: 'Few left', soon: 'Soon' }

const show = (art, city, state, zh, en, tenants = ['acme', 'globex']) => ({
  art,
  city,
  tenants,
  few: state === 'few',
  'zh-CN': { ...zh, state: zhState[state] },
  en: { ...en, state: enState[state] },
})

export const events = [
  show('moon', 'shanghai', 'few',
    { title: '月下弦歌 · 林夏巡回演唱会', place: '上海 · 浦江体育馆', date: '12月5日 周六 19:30', price: '¥380 起' },
    { title: 'Songs under the Moon · Lin Xia Live', place: 'Shanghai · Pujiang Arena', date: 'Sat 5 Dec, 19:30', price: '¥380+' }),
  show('rock', 'beijing', 'open',
    { title: '热浪音乐节 2026', place: '北京 · 温榆河公园', date: '12月12日 – 13日', price: '¥460 起' },
    { title: 'Heatwave Festival 2026', place: 'Beijing · Wenyu Park', date: '12 – 13 Dec', price: '¥460+' }),
  show('opera', 'beijing', 'open',
    { title: '京剧《白蛇传》新编全本', place: '北京 · 梅园大剧院', date: '12月18日 周五 19:00', price: '¥180 起' },
    { title: 'Peking Opera: The White Snake', place: 'Beijing · Meiyuan Theatre', date: 'Fri 18 Dec, 19:00', price: '¥180+' }),
  show('sport', 'guangzhou', 'open',
    { title: '城市足球联赛 · 羊城德比', place: '广州 · 珠江球场', date: '12月20日 周日 15:30', price: '¥120 起' },
    { title: 'City League · Guangzhou Derby', place: 'Guangzhou · Pearl River Ground', date: 'Sun 20 Dec, 15:30', price: '¥120+' }),
  show('dance', 'shanghai', 'soon',
    { title: '现代舞剧《潮汐之间》', place: '上海 · 西岸剧场', date: '12月24日 周四 20:00', price: '¥280 起' },
    { title: 'Between the Tides · Modern Dance', place: 'Shanghai · West Bund Stage', date: 'Thu 24 Dec, 20:00', price: '¥280+' }),
  show('piano', 'shanghai', 'few',
    { title: '冬夜钢琴独奏音乐会', place: '上海 · 梧桐音乐厅', date: '12月26日 周六 19:30', price: '¥220 起' },
    { title: 'Winter Night · Piano Recital', place: 'Shanghai · Wutong Hall', date: 'Sat 26 Dec, 19:30', price: '¥220+' }),
  show('kids', 'guangzhou', 'open',
    { title: '亲子马戏《彩虹帐篷》', place: '广州 · 云山剧院', date: '周末多场', price: '¥160 起' },
    { title: 'The Rainbow Tent · Family Circus', place: 'Guangzhou · Yunshan Theatre', date: 'Weekends', price: '¥160+' }),
  show('city', 'beijing', 'soon',
    { title: '跨年灯光秀 · 城市之巅', place: '北京 · 国贸云台', date: '12月31日 周四 22:00', price: '¥520 起' },
    { title: 'New Year Lights over the City', place: 'Beijing · Sky Terrace', date: 'Thu 31 Dec, 22:00', price: '¥520+' }),
]

const zh = {
  title: '极票网 · 演唱会 音乐节 话剧 赛事',
  brand: '极票网',
  menu: ['首页', '演唱会', '话剧歌剧', '体育赛事', '亲子'],
  search: '搜索明星、演出、场馆',
  otherLanguage: 'English',
  heroTag: '12月5日 上海站 最后一轮放票',
  heroTitle: '月下弦歌\n林夏巡回演唱会',
  heroText: '一把吉他，一轮明月，三个小时的现场。官方授权，电子票入场，改期免费退。',
  heroBuy: '查看场次',
  heroAsk: '咨询客服',
  eventsTitle: '近期热门',
  cities: { all: '全部', shanghai: '上海', beijing: '北京', guangzhou: '广州' },
  helpTitle: '买票遇到问题？',
  helpText: '选座、支付、电子票、改期退票，都可以直接问我们。需要时随时转人工。',
  helpAsk: '联系客服',
  questions: ['电子票怎么入场？', '演出改期后如何退票？', '多人票可以分开取吗？', '大客户与包场怎么预订？'],
  plainLink: '在单独页面打开客服',
  footer: '官方授权票务平台',
  demoNote: '演示页面：演出与商家均为虚构。',
}
const en = {
  title: 'Acme Tickets · concerts, festivals, theatre, sports',
  brand: 'Acme Tickets',
  menu: ['Home', 'Concerts', 'Theatre', 'Sports', 'Family'],
  search: 'Artists, shows, venues',
  otherLanguage: '中文',
  heroTag: '5 Dec, Shanghai · last tickets released',
  heroTitle: 'Songs under the Moon\nLin Xia Live',
  heroText: 'One guitar, one moon, three hours on stage. Official seller, mobile tickets, free refund when a show is moved.',
  heroBuy: 'See dates',
  heroAsk: 'Ask us',
  eventsTitle: 'Coming up',
  cities: { all: 'All', shanghai: 'Shanghai', beijing: 'Beijing', guangzhou: 'Guangzhou' },
  helpTitle: 'Trouble with your tickets?',
  helpText: 'Seats, payment, mobile tickets, refunds: just ask. You can talk to a person whenever you want.',
  helpAsk: 'Contact us',
  questions: [
    'How do I get in with a mobile ticket?',
    'The show was moved. How do I get a refund?',
    'Can we collect group tickets separately?',
    'How do I book for a company?',
  ],
  plainLink: 'Chat on a page of its own',
  footer: 'official ticket seller',
  demoNote: 'Demo page: shows and sellers are made up.',
}

export const shops = {
  acme: {
    language: 'zh-CN',
    color: '#d6335c',
    texts: { 'zh-CN': zh, en },
  },
  globex: {
    language: 'en',
    color: '#2456c7',
    texts: {
      'zh-CN': { ...zh, brand: '环球演出', title: '环球演出' },
      en: { ...en, brand: 'Globex Events', title: 'Globex Events' },
    },
  },
}
