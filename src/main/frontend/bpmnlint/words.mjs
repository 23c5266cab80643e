const irregular = new Set(
  (
    'Begun Become Broken Built Chosen Come Done Drawn Fallen Found Given Gone Heard Held Kept Known Left Lost Made Met ' +
    'Paid Put Read Run Seen Sent Set Shown Sold Spent Stood Sworn Taken Told Withdrawn Won Written'
  ).split(' '),
)

const prefixes = /^(Activity|Task|Event|StartEvent|EndEvent|BoundaryEvent|Gateway|SubProcess|Flow)(_|\d|$)/

/** The words of a PascalCase name; nothing when it is not one. */
export const words = (name) => (/^([A-Z][a-z0-9]*)+$/.test(name) ? name.match(/[A-Z][a-z0-9]*/g) : [])

/** True when one of the words is a past participle: `LeaveRefusedByRule`, `LeaveTaken`. */
export const saysWhatHappened = (name) => words(name).some((word) => /.ed$/.test(word) || irregular.has(word))

/** True for `Task_0x1` and the like, which the modelling tool made up. */
export const hasTypePrefix = (name) => prefixes.test(name)
