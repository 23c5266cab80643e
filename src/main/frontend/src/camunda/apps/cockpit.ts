import { settingsOf } from '../settings'

export default settingsOf('cockpit', {})
