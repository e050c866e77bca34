// Vite adds an imported style sheet to the page as a `<style>` element.
declare module '*.css';
