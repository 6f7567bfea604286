Profile: TekananDarahSistolik
Parent: Pengukuran
Id: tekanan-darah-sistolik
Title: "Tekanan darah sistolik"
Description: "Angka atas tekanan darah, dalam mmHg. Sistolik dan diastolik dikirim terpisah, berpasangan pada kunjungan yang sama, sebagaimana playbook SATUSEHAT memintanya."
* insert Terbitan
* insert Inggris([["Systolic blood pressure"]])
* insert Diukur($loinc, 8480-6, vital-signs, mm[Hg])
