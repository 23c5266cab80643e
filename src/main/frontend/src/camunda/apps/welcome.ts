import { settingsOf } from '../settings'

export default settingsOf('welcome', {})
