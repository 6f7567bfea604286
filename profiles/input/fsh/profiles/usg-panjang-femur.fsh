Profile: UsgPanjangFemur
Parent: Pengukuran
Id: usg-panjang-femur
Title: "USG: panjang femur janin"
Description: "Panjang femur janin menurut USG, dalam sentimeter."
* insert Terbitan
* insert Inggris([["Ultrasound: fetal femur length"]])
* insert Diukur($loinc, 11963-6, imaging, cm)
* insert JugaBerkode($anc, ANC.SS.DE44)
