import { lintModel } from '../models.mjs'

/** What one rule finds on the content of a definitions element, in a file named leave.bpmn. */
export const findings = async (rule, content) =>
  (await lintModel('leave', definitions(content), { rules: { [`baton/${rule}`]: 'error' } })).map((finding) =>
    finding.replace(` (baton/${rule})`, ''),
  )

/** The same within an executable process. */
export const findingsInProcess = (rule, content) =>
  findings(rule, `<bpmn:process id="leave" isExecutable="true">${content}</bpmn:process>`)

const definitions = (content) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="test">${content}</bpmn:definitions>`
