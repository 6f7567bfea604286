Profile: Diagnosis
Parent: Kondisi
Id: diagnosis
Title: "Diagnosis"
Description: "Diagnosis yang ditetapkan dokter atau bidan pada satu kunjungan, dengan ICD-10 bila berkode."
* insert Terbitan
* insert Inggris([["Diagnosis"]])
* insert Berkategori($jenis-kondisi, encounter-diagnosis)
* onset[x] MS
