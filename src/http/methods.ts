/** The methods that something here answers. */
export const methods = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT']

/** The same as headers name them. */
export const methodList = methods.join(', ')
