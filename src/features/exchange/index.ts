export { exchangeEndpoints } from './routes.ts'
