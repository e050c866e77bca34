// Vite turns an imported style sheet into a <style> of the page.
declare module '*.css';
